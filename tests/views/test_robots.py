def test_crawlers_are_shown_the_sitemap_and_kept_out_of_the_admin(client):
    response = client.get("/robots.txt", HTTP_HOST="localhost")
    lines = response.content.decode().splitlines()
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "Disallow: /admin/" in lines
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in lines
