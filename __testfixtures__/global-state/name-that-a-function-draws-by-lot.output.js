function newId() {
  return "xxxx".replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));
}

let session = newId();
const stateRestored = chrome.storage.session.get({ session }).then((saved) => {
  session = saved.session;
  chrome.storage.session.set({ session });
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  fetch("https://stats.example/?session=" + session + "&tab=" + tab.id);
});
