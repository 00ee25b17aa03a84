export function isOn() {
  return localStorage.on === 'true';
}
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
  localStorage.on = localStorage.mode;
});
