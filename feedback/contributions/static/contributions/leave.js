// "Leave this page quickly" replaces this page in the browser's history: Back does not return to it.
"use strict";

for (const link of document.querySelectorAll("a[data-leave]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.body.hidden = true;
    location.replace(link.href);
  });
}
