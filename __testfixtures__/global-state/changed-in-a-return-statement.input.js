let n = 0;
function next() { return ++n; }
function nextToo() {
  return n++;
}
chrome.tabs.onUpdated.addListener(() => {
  console.log(next(), nextToo());
});
