const names = {};
let title;

fetch('names.json').then(async (response) => {
  title = await response.text();
});

function show() {
  console.log(title, names);
}
