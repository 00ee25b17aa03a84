browser.action.onClicked.addListener((tab, info) => {
  if (info.button === 1) browser.tabs.remove(tab.id);
});
browser.action.onClicked.addListener(clicked);
function clicked(tab, { modifiers }) {
  console.log(tab, modifiers);
}
