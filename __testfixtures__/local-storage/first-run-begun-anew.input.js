if (localStorage.getItem('format') !== '2') {
  localStorage.removeItem('format');
  localStorage.setItem('count', '0');
  localStorage.setItem('format', '2');
  console.log('new format');
}
chrome.tabs.onRemoved.addListener(() => {
  localStorage.setItem('count', Number(localStorage.getItem('count')) + 1);
  console.log(localStorage.getItem('count'));
});
