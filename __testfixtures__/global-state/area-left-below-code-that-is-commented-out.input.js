let count = 0;

chrome.storage.onChanged.addListener(storageOnChanged);

function storageOnChanged(changes, area) {
//    console.log(changes);
  // The interval of the user.
  for (const key of Object.keys(changes)) chrome.action.setTitle({ title: key });
}

chrome.action.onClicked.addListener(() => {
//  count = 0;
  count++;
  chrome.action.setBadgeText({ text: String(count) });
});
