chrome.tabs.onCreated.addListener((tab) => {
  localStorage.setItem('mode', tab.active);
  localStorage.setItem('kept-mode', tab.id);
  localStorage.setItem('json', JSON.stringify([localStorage.a = 'a', localStorage.b = 'b']));
  if (localStorage.getItem('mode') === 'true' || !localStorage.getItem('kept-mode')) console.log(localStorage.getItem('kept-mode') || 'light', (localStorage.getItem('mode') + '').length);
  const mode = localStorage.getItem('mode');
  const modes = { mode: localStorage.getItem('mode'), both: [localStorage.getItem('a'), localStorage.getItem('b')] };
  console.log(mode, modes, JSON.parse(localStorage.getItem('json')), `${localStorage.getItem('mode')}`, localStorage.getItem('mode').length);
});
chrome.tabs.onRemoved.addListener(() => {
  localStorage.removeItem('mode');
  localStorage.removeItem("kept-mode");
});
