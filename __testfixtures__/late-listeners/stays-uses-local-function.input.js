chrome.storage.local.get({ prefix: '' }, ({ prefix }) => {
  function show(tab) {
    console.log(prefix, tab.id);
  }
  chrome.tabs.onCreated.addListener((tab) => show(tab));
});
