async function price(id) {
  const answer = await fetch(`https://api.example.org/price/${id}`);
  return (await answer.json()).price;
}

price(document.body.id).then((text) => { document.title = text; });
