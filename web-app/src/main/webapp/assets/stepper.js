// Puts a button for less and one for more beside a number field.

for (const stepper of document.querySelectorAll(".stepper")) {
  const input = stepper.querySelector("input");
  const button = (sign, label, step) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = sign;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", () => {
      step();
      update();
    });
    return made;
  };
  const less = button("−", stepper.dataset.less, () => input.stepDown());
  const more = button("+", stepper.dataset.more, () => input.stepUp());
  const update = () => {
    less.disabled = input.valueAsNumber <= Number(input.min);
    more.disabled = input.valueAsNumber >= Number(input.max);
  };
  input.before(less);
  input.after(more);
  input.addEventListener("input", update);
  update();
}
