let prefs = { notify: true };

const prefsLoaded = chrome.storage.local.get('prefs').then((items) => {
  if (items.prefs) prefs = items.prefs;
});

function pump() {
  console.log(prefs);
}

chrome.downloads.onChanged.addListener(async (delta) => {
  if (delta.state?.current === 'complete') {
    await prefsLoaded;
    if (prefs.notify) console.log(delta);
    pump();
  }
});

chrome.downloads.onErased.addListener(() => prefsLoaded.then(() => {
  pump();
}));

chrome.action.onClicked.addListener(async () => {
  await prefsLoaded.catch(console.error);
  pump();
});
