// Counts the held time down. Screen readers hear only that the time is nearly up, and that it is.

for (const hold of document.querySelectorAll(".hold[data-until]")) {
  const { until, now, left, over } = hold.dataset;
  // Counted from the server's clock, so that a wrong clock here does no harm.
  const end = performance.now() + (Date.parse(until) - Date.parse(now));
  const text = hold.querySelector('[data-hold="text"]');
  const clock = hold.querySelector('[data-hold="left"]');
  const spoken = document.createElement("span");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  hold.append(spoken);

  const tick = () => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    if (seconds <= 0) {
      clearInterval(timer);
      clock.textContent = "";
      text.textContent = spoken.textContent = over;
      return;
    }
    const words = left.replace(
      "{0}",
      `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`,
    );
    clock.textContent = words;
    if (seconds === 60) spoken.textContent = words;
  };
  const timer = setInterval(tick, 1000);
  tick();
}
