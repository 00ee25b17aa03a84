"use strict";

function look() {
  return browser.runtime.sendMessage({ type: "terms" }).then((all) => {
    const names = Object.keys(all);
    for (const element of document.querySelectorAll("p, li, dd")) {
      const name = names.find((one) => element.textContent.includes(one));
      if (!name || element.dataset.glossary === name) continue;
      element.dataset.glossary = name;
      element.classList.add("glossary-term");
      element.addEventListener("click", explain);
    }
  });
}

function explain({ currentTarget }) {
  browser.runtime.sendMessage({ type: "explain", term: currentTarget.dataset.glossary }).then((meaning) => {
    const tip = document.createElement("div");
    tip.className = "glossary-tip";
    const image = document.createElement("img");
    image.src = browser.extension.getURL("images/book-16.png");
    tip.append(image, " " + meaning);
    document.body.append(tip);
  });
}

browser.runtime.onMessage.addListener((message) => {
  if (message.type === "look") look();
});

look();
