chrome.tabs.onCreated.addListener(() => {
  if (window.localStorage == null) return;
  if (!('muted' in localStorage)) console.log('sound');
});
