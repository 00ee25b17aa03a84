var late;
late = document.createElement("SCRIPT");
late.appendChild(document.createTextNode('var x = 1'));

const typed = document.createElement('script');
typed.type = 'module';
typed.setAttribute('src', 'data:text/javascript,alert(1)');

const made = Object.assign(document.createElement('script'), { textContent: 'var y = 1' });

const blob = document.createElementNS('http://www.w3.org/1999/xhtml', 'script');
blob.src = URL.createObjectURL(new Blob(['alert(1)']));

location.href = `javascript:void (${late})`;
