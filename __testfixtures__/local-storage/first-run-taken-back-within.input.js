if (!localStorage.welcomed) {
  localStorage.welcomed = 'true';
  chrome.tabs.query({ active: true }, (tabs) => {
    if (tabs.length === 0) delete localStorage.welcomed;
  });
  console.log('welcome');
}
chrome.tabs.onRemoved.addListener(() => {
  console.log(localStorage.welcomed);
});
