chrome.tabs.onCreated.addListener((property) => {
  console.log(window.navigator.plugins, window.navigator[property], window.performance.timing, window.URL.createObjectURL(new Blob()));
  const nav = window.navigator, Address = window.URL, { performance } = window;
  new window.Notification('a');
  console.log(nav, Address, performance);
});
