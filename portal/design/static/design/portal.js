// Small helps on top of pages that work without any script.
"use strict";

/* Errors first: a page that came back with problems starts at their summary. */
function focusSummary(root) {
  root.querySelector("[data-focus]")?.focus();
}

/* What changed in place is also said: the first [data-announce] of the new part. */
function announce(root) {
  const part = root.matches("[data-announce]") ? root : root.querySelector("[data-announce]");
  if (part) document.getElementById("announcer").textContent = part.dataset.announce;
}

/* A table too wide for its place can be reached and moved with the keyboard, and says what it is. */
function openWideTables(root) {
  for (const rows of root.querySelectorAll(".rows:not([tabindex])")) {
    if (rows.scrollWidth <= rows.clientWidth) continue;
    const name = rows.querySelector("caption") ?? rows.closest("section")?.querySelector("h2, h3");
    rows.tabIndex = 0;
    rows.setAttribute("role", "region");
    rows.setAttribute("aria-label", name ? `Table: ${name.textContent.trim()}` : "Table");
  }
}

focusSummary(document);
openWideTables(document);

document.addEventListener("htmx:afterSettle", (event) => {
  focusSummary(event.target);
  openWideTables(event.target);
  announce(event.target);
});

/* A second press of the same button while the first is on its way sends nothing. Who comes back may send again. */
const sent = new WeakSet();
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (sent.has(event.target)) event.preventDefault();
  sent.add(event.target);
  setTimeout(() => sent.delete(event.target), 3000);
});
window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach((form) => sent.delete(form)));

/* A print button appears only where it can print. */
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
