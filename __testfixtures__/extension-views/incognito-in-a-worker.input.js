chrome.tabs.onCreated.addListener((tab) => {
  if (chrome.extension.inIncognitoContext) return;
  console.log(tab.incognito);
});
