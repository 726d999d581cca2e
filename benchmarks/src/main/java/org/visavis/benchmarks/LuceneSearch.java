package org.visavis.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.TopicId;
import org.visavis.directory.population.Population;
import org.visavis.directory.spi.PeopleIndex.Entry;

/** Lucene in memory, merged to one segment: every word a FuzzyQuery, the filters as filters. */
final class LuceneSearch implements SearchSpeed.Engine {

  private final Analyzer analyzer =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
          Tokenizer words = new StandardTokenizer();
          TokenStream folded = new GermanNormalizationFilter(new LowerCaseFilter(words));
          return new TokenStreamComponents(words, new ASCIIFoldingFilter(folded));
        }
      };
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final int edits;
  private final IndexSearcher searcher;

  private LuceneSearch(Population population, Set<EmployeeId> available, int edits)
      throws IOException {
    this.edits = edits;
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Entry entry : population.entries()) {
        writer.addDocument(document(entry, available.contains(entry.profile().id())));
      }
      writer.forceMerge(1);
    }
    searcher = new IndexSearcher(DirectoryReader.open(directory));
  }

  static LuceneSearch over(Population population, Set<EmployeeId> available, int edits)
      throws IOException {
    return new LuceneSearch(population, available, edits);
  }

  private static Document document(Entry entry, boolean available) {
    Document document = new Document();
    String name = entry.profile().displayName();
    document.add(new TextField("text", name, Field.Store.NO));
    entry
        .topics()
        .forEach(one -> document.add(new TextField("text", one.name() + "", Field.Store.NO)));
    document.add(new StoredField("name", name));
    document.add(new StringField("available", Boolean.toString(available), Field.Store.NO));
    for (TopicId topic : entry.profile().topics()) {
      document.add(new StringField("topic", topic.value(), Field.Store.NO));
    }
    return document;
  }

  @Override
  public String label() {
    return "Lucene FuzzyQuery(" + edits + ")";
  }

  @Override
  public List<String> search(SearchQuery query) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    try (TokenStream stream = analyzer.tokenStream("text", query.text())) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        all.add(new FuzzyQuery(new Term("text", word.toString()), edits), Occur.MUST);
      }
      stream.end();
    }
    all.add(new TermQuery(new Term("available", "true")), Occur.FILTER);
    query
        .topic()
        .ifPresent(one -> all.add(new TermQuery(new Term("topic", one.value())), Occur.FILTER));
    List<String> names = new ArrayList<>();
    StoredFields fields = searcher.storedFields();
    for (ScoreDoc found : searcher.search(all.build(), 10).scoreDocs) {
      names.add(fields.document(found.doc).get("name"));
    }
    return names;
  }

  @Override
  public void close() throws IOException {
    searcher.getIndexReader().close();
    directory.close();
  }
}
