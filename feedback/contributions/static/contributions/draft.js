// What somebody writes is kept on their own device until it is sent, for a week at most. Never their e-mail address,
// never what they tell about themselves. Where the browser keeps nothing, the page says nothing and works as before.
"use strict";

const PLACE = "feedback-draft", A_WEEK = 7 * 24 * 60 * 60 * 1000;
const KEPT = ["text", "kind", "about", "partner_type", "publish_consent", "someone_at_risk"];

const device = {
  read() {
    try {
      const draft = JSON.parse(localStorage.getItem(PLACE));
      if (draft && Date.now() - draft.at < A_WEEK) return draft.fields;
      localStorage.removeItem(PLACE);
    } catch { /* no storage here, or not ours */ }
    return null;
  },
  write(fields) {
    try {
      localStorage.setItem(PLACE, JSON.stringify({ at: Date.now(), fields }));
      return true;
    } catch {
      return false;
    }
  },
  forget() {
    try { localStorage.removeItem(PLACE); } catch { /* nothing was kept */ }
  },
};

/* The page with the code: it has arrived, so nothing is kept here any more. And leaving quickly leaves nothing. */
if (document.querySelector("[data-sent]")) device.forget();
for (const link of document.querySelectorAll("a[data-leave]")) link.addEventListener("click", device.forget);

const form = document.querySelector("form[data-draft]");
if (form) keepDraft(form);

function keepDraft(form) {
  const notice = document.getElementById("draft"), words = notice.querySelector("[data-words]"), offline = document.getElementById("offline");
  let keeping = true, waiting;

  const say = (message) => {
    words.textContent = message;
    notice.hidden = false;
  };
  const fields = () => Object.fromEntries(
    [...new FormData(form)].filter(([name, value]) => KEPT.includes(name) && value !== ""),
  );
  const save = () => {
    clearTimeout(waiting);
    if (keeping && form.elements.text.value.trim() && device.write(fields())) say(notice.dataset.keeps);
  };

  const draft = device.read();
  if (draft && form.dataset.draft === "new" && !form.elements.text.value) {
    restore(form, draft);
    say(notice.dataset.found);
  } else save();

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 400);
  });
  addEventListener("pagehide", save);
  notice.querySelector("button").addEventListener("click", (event) => {
    keeping = false;
    device.forget();
    event.target.remove();
    say(notice.dataset.gone);
  });
  form.addEventListener("submit", (event) => {
    save();
    offline.hidden = navigator.onLine;
    if (navigator.onLine) return;
    event.preventDefault();
    offline.focus();
  });
  for (const link of document.querySelectorAll("a[data-leave]")) link.addEventListener("click", () => { keeping = false; });
}

function restore(form, draft) {
  for (const name of KEPT) {
    const field = form.elements[name];
    if (!field || draft[name] === undefined) continue;
    if (field.type === "checkbox") field.checked = true;
    else if (name !== "about" || [...field.options].some((option) => option.value === draft[name])) field.value = draft[name];
  }
}
