function isDark() {
  return localStorage.mode === 'dark';
}
chrome.tabs.onCreated.addListener(() => console.log(isDark()));
