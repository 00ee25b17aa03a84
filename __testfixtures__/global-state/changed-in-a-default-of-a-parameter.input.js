let made = 0;
function entry(url, id = made++) {
  return { url, id };
}
chrome.tabs.onCreated.addListener(({ url }) => {
  console.log(entry(url));
});
