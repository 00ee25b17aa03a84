var attached = {};

chrome.action.onClicked.addListener(function (tab) {
  var target = { tabId: tab.id };
  chrome.debugger.attach(target, '1.0', onAttach.bind(null, tab.id));
});
chrome.debugger.onDetach.addListener(onDetach);

function onAttach(tabId) {
  if (chrome.runtime.lastError) {
    return;
  }
  attached[tabId] = 'pausing';
}

function onDetach(source) {
  console.log(attached[source.tabId]);
  delete attached[source.tabId];
}
