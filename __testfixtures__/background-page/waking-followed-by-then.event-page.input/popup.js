async function load() {
  const { count } = browser.extension.getBackgroundPage();
  document.title = count;
}

document.getElementById('go').addEventListener('click', () => {
  load().then(() => console.log('loaded'));
  console.log(document.title);
});
