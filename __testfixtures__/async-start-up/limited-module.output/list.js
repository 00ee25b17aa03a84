export let list = [];

async function load() {
  const response = await fetch('https://lists.example/sites.json');
  list = await response.json();
}

const loading = load().catch(console.error);
export const listLoaded = Promise.race([loading, new Promise((resolve) => setTimeout(resolve, 5000))]);
