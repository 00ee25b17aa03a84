"use strict";

const parameters = document.getElementById("parameters");
const referrer = document.getElementById("referrer");

getSettings().then((settings) => {
  parameters.value = settings.parameters.join("\n");
  referrer.checked = settings.stripReferrer;
});

document.getElementById("save").addEventListener("click", async () => {
  await browser.storage.local.set({
    parameters: parameters.value.split("\n").filter((line) => line !== ""),
    stripReferrer: referrer.checked,
  });
  // The background reads the settings when it starts.
  const background = await browser.runtime.getBackgroundPage();
  background.start();
});
