<?xml version="1.0" encoding="utf-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:atom="http://www.w3.org/2005/Atom" exclude-result-prefixes="atom">
<xsl:output method="html" encoding="utf-8" doctype-system="about:legacy-compat"/>
<xsl:template match="/atom:feed">
<html lang="{@xml:lang}">
<head>
<title><xsl:value-of select="atom:title"/></title>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<link rel="icon" type="image/svg+xml" href="/essai/favicon.svg"/>
<link rel="stylesheet" href="/essai/style.css"/>
</head>
<body>
<header class="masthead">
<p class="nameplate"><a href="/essai/">Lettre des lecteurs</a></p>
</header>
<main class="list">
<header class="page-head">
<p class="folio"><span>Flux Atom</span> <span><a href="{atom:link[@rel='alternate']/@href}">Voir la page du site</a></span></p>
<h1><xsl:value-of select="atom:title"/></h1>
<p class="standfirst">Ceci est un flux. Copiez l’adresse de cette page dans votre lecteur de flux : il vous signalera chaque nouveauté, sans inscription.</p>
<p><code><xsl:value-of select="atom:link[@rel='self']/@href"/></code></p>
</header>
<ol class="rows">
<xsl:apply-templates select="atom:entry"/>
</ol>
</main>
</body>
</html>
</xsl:template>
<xsl:template match="atom:entry">
<li>
<h2 class="title" lang="{@xml:lang}"><a href="{atom:link[@rel='alternate']/@href}"><xsl:value-of select="atom:title"/></a></h2>
<xsl:if test="atom:summary"><p class="summary" lang="{@xml:lang}"><xsl:value-of select="atom:summary"/></p></xsl:if>
</li>
</xsl:template>
</xsl:stylesheet>
