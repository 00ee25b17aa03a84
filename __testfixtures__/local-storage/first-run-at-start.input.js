if (!localStorage.isInitialized) {
  localStorage.frequency = 1;
  localStorage.isInitialized = true;
}
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
