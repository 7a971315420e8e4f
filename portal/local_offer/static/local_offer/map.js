// The map beside the results: an extra, drawn only when somebody asks for it, from our own data alone.
"use strict";

function load(element) {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", reject);
    document.head.append(element);
  });
}

function link(place) {
  const line = document.createElement("li");
  const anchor = document.createElement("a");
  anchor.href = place.address;
  anchor.textContent = place.title;
  line.append(anchor);
  return line;
}

function draw(box, told) {
  const map = L.map(box, { attributionControl: false, zoomSnap: 0.5 });
  for (const area of told.areas) {
    L.polygon(area.outline, { className: "map-area", interactive: false }).addTo(map);
    L.marker(area.middle, {
      interactive: false,
      keyboard: false,
      icon: L.divIcon({ className: "map-name", html: area.name, iconSize: null }),
    }).addTo(map);
  }
  for (const spot of told.spots) {
    const list = document.createElement("ul");
    list.className = "plain";
    list.append(...spot.places.map(link));
    const name = spot.places.length === 1 ? spot.places[0].title : `${spot.places.length} places`;
    L.marker([spot.latitude, spot.longitude], {
      title: name,
      alt: name,
      icon: L.divIcon({ className: "map-spot", html: String(spot.places.length), iconSize: [32, 32] }),
    }).addTo(map).bindPopup(list);
  }
  map.fitBounds(told.spots.map((spot) => [spot.latitude, spot.longitude]), { padding: [40, 40], maxZoom: 13 });
}

for (const section of document.querySelectorAll("[data-map]")) {
  const button = section.querySelector("button");
  const box = section.querySelector(".map");
  const said = section.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: section.dataset.style });
      const script = Object.assign(document.createElement("script"), { src: section.dataset.script });
      const [answer] = await Promise.all([fetch(section.dataset.map), load(style), load(script)]);
      const told = await answer.json();
      if (told.spots.length === 0) {
        said.textContent = "None of these results has a place on the map.";
        return;
      }
      box.hidden = false;
      draw(box, told);
      said.textContent = told.without
        ? `${told.without} of the results have no place on the map.`
        : "The map is shown below. Arrow keys move it, plus and minus change its size.";
      button.hidden = true;
    } catch {
      said.textContent = "The map could not be loaded. The list has everything.";
      button.disabled = false;
    }
  });
}
