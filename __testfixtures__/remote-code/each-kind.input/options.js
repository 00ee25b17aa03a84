import _ from 'lodash';
import chart from 'https://cdn.example.com/chart.js';

const render = _.template('<b><%= name %></b>');
document.body.innerHTML = render({ name: 'a' }) + Handlebars.compile('{{name}}')({ name: 'b' });
chart();
