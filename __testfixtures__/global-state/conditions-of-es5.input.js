var count = 0;

chrome.tabs.onCreated.addListener(function(tab) {
  try {
    if (count++ > 2) throw new Error('too many');
  } catch (e) {
    count = 0;
  }
  if (tab.active && count-- > 1) console.log('active');
  console.log(count);
});
