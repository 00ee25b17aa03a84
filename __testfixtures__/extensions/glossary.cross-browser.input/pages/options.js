const form = document.forms[0];
form.term.value = decodeURIComponent(location.hash.slice(1));

function show() {
  terms.read().then((all) => {
    const list = document.querySelector("dl");
    list.textContent = "";
    for (const term of Object.keys(all).sort()) {
      const name = document.createElement("dt");
      const meaning = document.createElement("dd");
      name.textContent = term;
      meaning.textContent = all[term];
      list.append(name, meaning);
    }
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  browser.runtime.sendMessage({ type: "learn", term: form.term.value, meaning: form.meaning.value }).then(show);
});

if (form.term.value === "") {
  browser.runtime.sendMessage({ type: "last" }).then((last) => {
    form.term.value = last || "";
  });
}
show();
