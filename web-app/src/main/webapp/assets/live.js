// Keeps status, load and channels of the people on an open page as they are now. The page is
// complete without this; every word comes from the page, in its language.

const texts = JSON.parse(document.getElementById("live-texts").textContent);
const zone = document.documentElement.dataset.zone;
const script = document.querySelector("script[data-source]");
const offersMore = "offersMore" in script.dataset;
const usable = new Set(["open", "waitlist"]);
const patience = 30000; // milliseconds before a refused stream is asked for again
const settled = 3000; // milliseconds in which a new stream tells what already is

const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, i) => values[i]);
const code = (word) => String(word).toLowerCase().replaceAll("_", "-");
const format = (options) => new Intl.DateTimeFormat(texts.locale, { timeZone: zone, ...options });
const time = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const weekday = format({ weekday: "long" });
const date = format({ day: "numeric", month: "long" });
const isoDay = new Intl.DateTimeFormat("sv-SE", { timeZone: zone });

const daysFromToday = (instant) =>
  Math.round((Date.parse(isoDay.format(instant)) - Date.parse(isoDay.format(new Date()))) / 864e5);

function dayWord(instant) {
  const days = daysFromToday(instant);
  if (days === 0) return texts["day.today"];
  if (days === 1) return texts["day.tomorrow"];
  return days > 1 && days < 7 ? weekday.format(instant) : date.format(instant);
}

function untilWord(until) {
  if (!until) return "";
  const end = new Date(until);
  const clock = time.format(end);
  if (clock === "00:00") {
    const last = new Date(end.getTime() - 1000);
    return daysFromToday(last) === 0 ? texts["until.end-of-today"] : fill(texts.until, dayWord(last));
  }
  const when =
    daysFromToday(end) === 0 ? clock : fill(texts["format.day-and-time"], dayWord(end), clock);
  return fill(texts.until, when);
}

function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

function showStatus(place, { status, load }) {
  const kind = code(status.code);
  const part = (name) => place.querySelector(`[data-live="${name}"]`);
  const mark = part("mark");
  place.dataset.status = kind;
  mark.setAttribute("href", mark.getAttribute("href").replace(/#.*/, `#status-${kind}`));
  write(part("word"), texts[`status.${kind}`]);
  write(part("until"), untilWord(status.until));
  const tells = kind === "available" || code(load) === "full";
  write(part("load"), tells ? texts[`load.${code(load)}`] : "");
  if (typeof status.note === "string") {
    write(part("note"), status.note && fill(texts.quoted, status.note));
  }
}

function showChannels(person, channels) {
  for (const { kind, openness } of channels) {
    const name = code(kind);
    const open = code(openness);
    for (const button of person.querySelectorAll(`[data-channel="${name}"]`)) {
      button.dataset.openness = open;
      button.hidden = !(button.tagName === "A" ? open === "open" : usable.has(open));
    }
    for (const off of person.querySelectorAll(`[data-off="${name}"]`)) off.hidden = usable.has(open);
    for (const row of person.querySelectorAll(`[data-row="${name}"]`)) row.dataset.openness = open;
  }
  const anyOpen = channels.some(({ openness }) => usable.has(code(openness)));
  const closed = person.querySelector('[data-live="closed"]');
  if (closed) closed.hidden = anyOpen;
  const leases = person.querySelector('[data-live="leases"]');
  if (leases) leases.hidden = !leases.querySelector("button:not([hidden])");
}

function changeCount(by) {
  const place = document.querySelector('[data-live="count"]');
  if (!place) return;
  const count = Math.max(0, Number(place.dataset.count) + by);
  place.dataset.count = count;
  write(place, fill(texts[count === 1 ? "people.found.one" : "people.found.other"], count));
}

function leave(person) {
  const item = person.closest(".cards > li");
  if (!item) {
    const gone = person.querySelector('[data-live="gone"]');
    person.querySelectorAll("form, .status").forEach((part) => (part.hidden = true));
    if (gone) {
      gone.hidden = false;
      write(gone.firstElementChild, texts["person.gone"]);
    }
    return;
  }
  person.classList.add("leaving");
  setTimeout(() => {
    if (item.contains(document.activeElement)) document.querySelector("main").focus();
    item.remove();
    changeCount(-1);
  }, 600);
}

const newcomers = new Set();

function offer() {
  const place = document.querySelector('[data-live="offer"]');
  if (!place) return;
  place.hidden = newcomers.size === 0;
  const pattern = texts[newcomers.size === 1 ? "people.offer.one" : "people.offer.other"];
  write(place.querySelector("a"), fill(pattern, newcomers.size));
}

const known = new Set();
let since = Infinity;

function receive(change) {
  const people = document.querySelectorAll(`[data-person="${CSS.escape(change.id)}"]`);
  for (const person of people) {
    if (!change.shown) {
      if (!person.closest(".preview")) leave(person);
      continue;
    }
    const status = person.querySelector(".status");
    if (status) showStatus(status, change);
    if (change.channels) showChannels(person, change.channels);
    for (const note of person.querySelectorAll("[data-while]")) {
      note.hidden = note.dataset.while !== code(change.status.code);
    }
  }
  if (offersMore && people.length === 0) {
    const news = change.shown && !known.has(change.id) && Date.now() - since > settled;
    if (news) newcomers.add(change.id);
    if (!change.shown) newcomers.delete(change.id);
    offer();
  }
  if (change.shown) known.add(change.id);
  else known.delete(change.id);
}

// Whoever has gone between the page and its stream, or while the stream was down, is in no change.
function keepOnly(ids) {
  const shown = new Set(ids);
  const here = [...document.querySelectorAll("[data-person]")].map((person) => person.dataset.person);
  for (const id of new Set([...here, ...known])) {
    if (!shown.has(id)) receive({ id, shown: false });
  }
}

let source;

function connect() {
  source = new EventSource(script.dataset.source);
  source.addEventListener("open", () => (since = Math.min(since, Date.now())));
  source.addEventListener("presence", (event) => receive(JSON.parse(event.data)));
  source.addEventListener("shown", (event) => keepOnly(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    // A browser gives up for good when the server refuses, for example while it starts again.
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, patience);
  });
}

connect();
addEventListener("pagehide", () => source.close());
addEventListener("pageshow", (event) => {
  if (event.persisted) connect();
});

for (const clock of document.querySelectorAll("[data-clock]")) {
  const local = new Intl.DateTimeFormat(texts.locale, {
    timeZone: clock.dataset.clock,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  setInterval(() => write(clock, local.format(new Date())), 10000);
}
