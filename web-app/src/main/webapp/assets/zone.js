// Shows times where the customer is, unless a zone was chosen.
const select = document.querySelector("[data-zone]");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (select && !new URLSearchParams(location.search).has("zone") && select.value !== here
    && [...select.options].some((option) => option.value === here)) {
  select.value = here;
  select.form.submit();
}
