async function play(id) {
  console.log(id);
  (await browser.runtime.getBackgroundPage()).start(id);
}

function changed(event) {
  const key = event.target.name;
  if (event.target.checked) {
    localStorage.setItem(key, 'on');
    play(key);
  } else {
    localStorage.removeItem(key);
  }
}

for (const box of document.querySelectorAll('input')) box.onchange = changed;
