var count = 0;
var stateRestored = chrome.storage.session.get({ count: count }).then(function(saved) {
  count = saved.count;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async function(tab) {
  await stateRestored;
  try {
    var result = count++ > 2;
    chrome.storage.session.set({ count: count });
    if (result) throw new Error('too many');
  } catch (e) {
    count = 0;
    chrome.storage.session.set({ count: count });
  }
  var value = tab.active && count-- > 1;
  chrome.storage.session.set({ count: count });
  if (value) console.log('active');
  console.log(count);
});
