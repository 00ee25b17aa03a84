for (const name of ["mute", "pin"]) {
  let on = false;
  chrome.commands.onCommand.addListener((command) => {
    if (command !== name) return;
    on = !on;
    chrome.browserAction.setBadgeText({ text: on ? name : "" });
  });
}
