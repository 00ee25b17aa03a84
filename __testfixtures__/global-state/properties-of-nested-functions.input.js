(function () {
  function open(url) {
    open.last = url;
    if (open.limit > 3) chrome.tabs.create({ url });
  }
  open.limit = 5;
  const count = () => {
    count.calls = (count.calls || 0) + 1;
    return count.calls;
  };
  chrome.tabs.onCreated.addListener(function seen(tab) {
    seen.times = (seen.times || 0) + 1;
    open(tab.url);
    console.log(seen.times, count(), once());
  });
  chrome.action.onClicked.addListener(() => console.log(open.last));
  // Each call makes another function.
  function once() {
    function inner() {
      inner.cache = (inner.cache || 0) + 1;
      return inner.cache;
    }
    return inner();
  }
})();
