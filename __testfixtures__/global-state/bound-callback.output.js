var attached = {};
var stateRestored = chrome.storage.session.get({ attached: attached }).then(function (saved) {
  attached = saved.attached;
}).catch(console.error);

chrome.action.onClicked.addListener(async function (tab) {
  var target = { tabId: tab.id };
  await stateRestored;
  chrome.debugger.attach(target, '1.0', onAttach.bind(null, tab.id));
});
chrome.debugger.onDetach.addListener(onDetach);

function onAttach(tabId) {
  if (chrome.runtime.lastError) {
    return;
  }
  attached[tabId] = 'pausing';
  chrome.storage.session.set({ attached: attached });
}

async function onDetach(source) {
  await stateRestored;
  console.log(attached[source.tabId]);
  delete attached[source.tabId];
  chrome.storage.session.set({ attached: attached });
}
