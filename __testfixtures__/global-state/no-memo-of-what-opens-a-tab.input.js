let welcoming;

function welcome() {
  if (!welcoming) welcoming = openWelcome();
  return welcoming;
}

async function openWelcome() {
  await chrome.tabs.create({ url: "welcome.html" });
}

chrome.runtime.onMessage.addListener(() => {
  welcome();
});
