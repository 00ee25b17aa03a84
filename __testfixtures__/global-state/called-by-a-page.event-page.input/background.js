let opened = 0;
function bump() {
  opened += 1;
}
browser.tabs.onCreated.addListener(() => {
  bump();
  console.log(opened);
});
