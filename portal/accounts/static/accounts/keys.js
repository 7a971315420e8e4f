// Security keys and passkeys need a script: what needs it shows where it runs, and says when it failed.
"use strict";

if (window.PublicKeyCredential) {
  for (const part of document.querySelectorAll("[data-needs-keys]")) part.hidden = false;
  for (const words of document.querySelectorAll("[data-without-keys]")) words.hidden = true;
}

document.addEventListener("allauth.error", () => {
  for (const problem of document.querySelectorAll("[data-key-problem]")) problem.hidden = false;
});
