// Says, while somebody types, what the words may mean. The search works without this: the form is
// sent as it is, and the page of results has the same suggestions as links. A combobox with a list
// (WAI-ARIA, "Combobox with list autocomplete"); every word comes from the page.

const input = document.querySelector("input[data-suggest]");
const { suggest, people, list: label } = input.dataset;
const wait = 120; // milliseconds without a key before anything is asked

const list = document.createElement("ul");
list.id = "suggestions";
list.className = "suggestions";
list.hidden = true;
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", label);
input.after(list);
for (const [name, value] of Object.entries({
  role: "combobox",
  "aria-autocomplete": "list",
  "aria-expanded": "false",
  "aria-controls": list.id,
}))
  input.setAttribute(name, value);

let active = -1;
let timer;
let asked; // the request under way, so that an older answer never replaces a newer one

const options = () => [...list.children];

function address({ kind, id }) {
  if (kind === "person") return `${people}/${encodeURIComponent(id)}`;
  return `${people}?${new URLSearchParams({ [kind]: id })}`;
}

function close() {
  list.hidden = true;
  active = -1;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function choose(index) {
  const all = options();
  active = (index + all.length + 1) % (all.length + 1);
  if (active === all.length) active = -1;
  all.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
  if (active < 0) input.removeAttribute("aria-activedescendant");
  else {
    input.setAttribute("aria-activedescendant", all[active].id);
    all[active].scrollIntoView({ block: "nearest" });
  }
}

function part(name, text) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

function option(one, index) {
  const item = document.createElement("li");
  item.id = `suggestion-${index}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.dataset.href = address(one);
  // data-person and the like would be somebody's card to the live status.
  const kind = input.getAttribute(`data-kind-${one.kind}`) ?? "";
  item.append(
    part("name", one.name),
    " ",
    part("soft small", one.kind === "person" ? kind : `${kind} · ${one.people}`),
  );
  return item;
}

function show(suggestions) {
  list.replaceChildren(...suggestions.map(option));
  if (suggestions.length === 0) return close();
  active = -1;
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
}

async function ask() {
  asked?.abort();
  const text = input.value.trim();
  if (text.length < 2) return close();
  asked = new AbortController();
  try {
    const answer = await fetch(`${suggest}?${new URLSearchParams({ q: text })}`, {
      headers: { "Accept-Language": document.documentElement.lang },
      signal: asked.signal,
    });
    if (answer.ok && document.activeElement === input) show((await answer.json()).suggestions);
  } catch {
    close(); // the form still works
  }
}

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, wait);
});

input.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" && list.hidden) ask();
  else if (event.key === "ArrowDown" && !list.hidden) choose(active + 1);
  else if (event.key === "ArrowUp" && !list.hidden) choose(active < 0 ? options().length - 1 : active - 1);
  else if (event.key === "Escape" && !list.hidden) close();
  else if (event.key === "Enter" && active >= 0) location.href = options()[active].dataset.href;
  else return;
  event.preventDefault();
});

// Before the click, the field would lose the focus and the list be gone.
list.addEventListener("mousedown", (event) => event.preventDefault());
list.addEventListener("click", (event) => {
  const chosen = event.target.closest("[role=option]");
  if (chosen) location.href = chosen.dataset.href;
});
input.addEventListener("blur", () => {
  clearTimeout(timer);
  close();
});
