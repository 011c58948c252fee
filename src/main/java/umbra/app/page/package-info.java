/// What the window's rail of pages and its centre can hold; each screen offers one and knows no other.
package umbra.app.page;
