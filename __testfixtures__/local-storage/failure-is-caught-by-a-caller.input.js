function save(value) {
  localStorage.setItem('value', JSON.stringify(value));
}
function saveAll(values) {
  values.forEach((value) => save(value));
}
chrome.tabs.onCreated.addListener((tab) => {
  try {
    saveAll([tab]);
  } catch (error) {
    console.log('full', localStorage.value.length);
  }
});
