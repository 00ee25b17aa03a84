const poll = () => {
  chrome.storage.local.get({ polls: 0 }, ({ polls }) => chrome.storage.local.set({ polls: polls + 1 }));
};

window.setInterval(poll, 90 * 1000);
