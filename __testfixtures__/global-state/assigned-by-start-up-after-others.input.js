var counts, limit = 3;

counts = { opened: 0, closed: 0 };
limit = 5;

chrome.tabs.onCreated.addListener(function () {
  counts.opened += 1;
  if (counts.opened > limit) limit = counts.opened;
});
chrome.tabs.onRemoved.addListener(function () {
  counts.closed += 1;
  console.log(counts.opened - counts.closed, limit);
});
