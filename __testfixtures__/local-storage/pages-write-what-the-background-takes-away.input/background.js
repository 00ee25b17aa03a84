chrome.runtime.onStartup.addListener(() => {
  localStorage.removeItem('mode');
});
chrome.tabs.onCreated.addListener(() => {
  if (localStorage.mode === 'dark') console.log('dark');
});
