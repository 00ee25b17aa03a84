function onCommitted(details) {
  console.log(details.url);
}
if (chrome.webNavigation) chrome.webNavigation.onCommitted.addListener(onCommitted);

chrome.permissions.onAdded.addListener(({ permissions }) => {
  if (permissions.includes('webNavigation')) chrome.webNavigation.onCommitted.addListener(onCommitted);
});
