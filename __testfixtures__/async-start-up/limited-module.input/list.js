export let list = [];

async function load() {
  const response = await fetch('https://lists.example/sites.json');
  list = await response.json();
}

load();
