let failures = 0;
function fail() {
  throw new Error(`failure ${++failures}`);
}
chrome.tabs.onCreated.addListener(() => {
  if (failures < 3) fail();
});
