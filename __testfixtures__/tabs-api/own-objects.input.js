const list = { tabs: { getSelected: () => list.tabs, onHighlightChanged: [] } };
list.tabs.getSelected(null, console.log);
getSelected();
function getSelected() { return list.tabs.onHighlightChanged; }
// chrome.tabs.getSelected(null, callback)
